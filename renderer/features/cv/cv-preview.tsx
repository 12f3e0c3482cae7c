import { Paper, Text } from '@mantine/core';
import type { CvBlock, CvDocument } from '#shared/domain/cv/document.ts';
import classes from './cv.module.css';

// A date is not broken at its strokes.
const day = /^\d\d\/\d\d\/\d{4}$|^\d+ %$/;

function Block({ block }: { readonly block: CvBlock }) {
  switch (block.kind) {
    case 'facts':
      return block.facts.map(([name, value]) => (
        <p key={name}>
          <strong>{name}:</strong> {value}
        </p>
      ));
    case 'table':
      return (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                {block.columns.map(({ title }) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two rows may say the same
                <tr key={at}>
                  {row.map((cell, column) => (
                    <td
                      key={block.columns[column]?.title}
                      className={day.test(cell) ? (classes.day ?? '') : undefined}
                    >
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'lines':
      return (
        <ul className={classes.list}>
          {block.lines.map(({ on, title, detail }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
            <li key={at} className={classes.line}>
              <span className={classes.on}>{on}</span>
              <div className={classes.words}>
                <strong>{title}</strong>
                {detail === '' ? null : <p>{detail}</p>}
              </div>
            </li>
          ))}
        </ul>
      );
    case 'text':
      return (
        <>
          <h4>{block.heading}</h4>
          {block.facts.map(([name, value]) => (
            <p key={name}>
              <strong>{name}:</strong> {value}
            </p>
          ))}
          {block.text === '' ? null : <p>{block.text}</p>}
        </>
      );
  }
}

/** The CV as it will read. */
export function CvPreview({ document }: { readonly document: CvDocument }) {
  return (
    <Paper component="section" withBorder radius="md" aria-label="Preview" className={classes.paper ?? ''}>
      <Text size="sm" c="dimmed" fw={600}>
        {document.title}
      </Text>
      <Text component="h2" size="xl" fw={700} m={0}>
        {document.person}
      </Text>
      <Text size="sm" c="dimmed">
        {document.specialty}
      </Text>
      {document.parts.map(({ section, heading, blocks, none }) => (
        <section key={section}>
          <h3>{heading}</h3>
          {blocks.length === 0 ? <p>{none}</p> : null}
          {blocks.map((block, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no names and do not move
            <Block key={at} block={block} />
          ))}
        </section>
      ))}
    </Paper>
  );
}
