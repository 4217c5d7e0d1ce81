import { Component, type ErrorInfo, type ReactNode } from 'react';
import classes from './notice.module.css';

/** The last net: a bug in one screen shows what happened and keeps the way out open. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failure: Error | null }> {
  override state: { failure: Error | null } = { failure: null };

  static getDerivedStateFromError(failure: unknown): { failure: Error } {
    return { failure: failure instanceof Error ? failure : new Error(String(failure)) };
  }

  override componentDidCatch(failure: unknown, info: ErrorInfo): void {
    console.error('The dashboard failed', failure, info.componentStack);
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    return (
      <main className={classes.notice} role="alert">
        <h1>This screen failed</h1>
        <p>The figures are safe; the screen has a fault. Loading it again usually helps.</p>
        <pre>{failure.message}</pre>
        <p>
          <a href={window.location.href}>Load again</a> or <a href="/">open the overview afresh</a>.
        </p>
      </main>
    );
  }
}
