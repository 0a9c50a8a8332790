import type { Metadata } from 'next';
import { CodeForm } from '../../../features/landing/code-form.tsx';
import { organisation, publicScreen } from '../../../trpc/server.ts';

export const metadata: Metadata = { title: 'Enter your code' };

export default publicScreen(async () => <CodeForm organisation={(await organisation()).name} />);
