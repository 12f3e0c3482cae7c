import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/charts/styles.layer.css';
import '@mantine/dropzone/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './global.css';
import 'dayjs/locale/en-gb';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startSession } from '#renderer/api/session.ts';
import { keepFocus } from '#renderer/ui/keep-focus.ts';
import { App } from './app.tsx';

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no root');
await startSession();
keepFocus();
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
