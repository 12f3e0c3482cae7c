import { choosePortfolio } from '#renderer/api/chosen-portfolio.ts';
import { TextLink } from '#renderer/ui/links.tsx';
import { paths } from '#renderer/ui/paths.ts';

/** A way to a review, or to the reviews, of any portfolio: that portfolio is the one in use from then on. */
export function OpenReview(props: {
  readonly portfolioId: string;
  readonly review: string | null;
  readonly children: string;
}) {
  const { portfolioId, review, children } = props;
  const choose = () => choosePortfolio(portfolioId);
  return review === null ? (
    <TextLink to={paths.reviews} onClick={choose} size="sm">
      {children}
    </TextLink>
  ) : (
    <TextLink to={paths.review} params={{ id: review }} onClick={choose} size="sm">
      {children}
    </TextLink>
  );
}
