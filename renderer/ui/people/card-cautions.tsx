import { Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { confirmedWords } from '#renderer/text/people-words.ts';
import type { ReadCard } from '#shared/domain/cards.ts';
import { Note } from '../note.tsx';
import classes from './card-cautions.module.css';
import { Fingerprint } from './fingerprint.tsx';

function ChangedKey({ read }: { readonly read: ReadCard }) {
  const { card, known } = read;
  if (known === null) return null;
  return (
    <div role="alert" className={classes.loud}>
      <p className={classes.title}>This is not the key you know for {known.name}</p>
      <Text size="sm">
        This happens when they set Waymark up again or have another computer. It also happens when somebody
        pretends to be them. Nothing is replaced unless you compare the new groups and they match.
      </Text>
      <div className={classes.two}>
        <div>
          <Text size="sm" fw={600} mb={4}>
            The one you know ({confirmedWords(known).toLowerCase()})
          </Text>
          <Fingerprint
            small
            fingerprint={known.fingerprint}
            label={`The fingerprint you know for ${known.name}`}
          />
        </div>
        <div>
          <Text size="sm" fw={600} mb={4}>
            The one on this card
          </Text>
          <Fingerprint
            small
            fingerprint={read.fingerprint}
            label={`The fingerprint on this card of ${card.name}`}
          />
        </div>
      </div>
    </div>
  );
}

function Alike({ read }: { readonly read: ReadCard }) {
  return (
    <div role="alert" className={classes.loud}>
      <p className={classes.title}>
        You already know somebody with this name or GMC number, with another key
      </p>
      <Text size="sm">
        Two people may share a name, and one person may use two computers. Somebody may also be pretending. Do
        not add this card before you have compared its groups with the person.
      </Text>
      <div className={classes.two}>
        {read.alike.map(({ name, gmcNumber, fingerprint }) => (
          <div key={fingerprint}>
            <Text size="sm" fw={600} mb={4}>
              {name}
              {gmcNumber === null ? '' : ` (${gmcNumber})`}, in your directory
            </Text>
            <Fingerprint small fingerprint={fingerprint} label={`The fingerprint you know for ${name}`} />
          </div>
        ))}
        <div>
          <Text size="sm" fw={600} mb={4}>
            The one on this card
          </Text>
          <Fingerprint
            small
            fingerprint={read.fingerprint}
            label={`The fingerprint on this card of ${read.card.name}`}
          />
        </div>
      </div>
    </div>
  );
}

/** What to heed about a card before it is kept; nothing for an ordinary new one. */
export function CardCautions({ read }: { readonly read: ReadCard }) {
  return (
    <>
      {read.standing === 'changed-key' ? <ChangedKey read={read} /> : null}
      {read.alike.length > 0 ? <Alike read={read} /> : null}
      {read.standing === 'same' ? (
        <Note tone="info" icon={IconInfoCircle} title="You have this card already">
          Nothing about it has changed. You can compare its groups again.
        </Note>
      ) : null}
      {read.standing === 'updated' ? (
        <Note tone="info" icon={IconInfoCircle} title="The same key, with other details">
          Their name, roles or number changed. The fingerprint is the one you know.
        </Note>
      ) : null}
      {read.standing === 'own' ? (
        <Note tone="info" icon={IconInfoCircle} title="This is your own card">
          You need no entry for yourself. Give this card to the people who should send you packages.
        </Note>
      ) : null}
    </>
  );
}
