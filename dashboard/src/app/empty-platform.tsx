import { useState, type ReactNode } from 'react';
import { Button } from '../ui/button';
import classes from './notice.module.css';

/** A platform without a single fact: says how to bring data in, for people and for programs. */
export function EmptyPlatform(): ReactNode {
  return (
    <div className={classes.notice}>
      <h1>Nothing has arrived yet</h1>
      <p>
        The platform is running and ready. It holds no order line so far, so there is no figure to show: unknown is not
        zero. This page fills by itself as soon as the first facts are in.
      </p>
      <h2>Import a file</h2>
      <p>The public USAID delivery history, ten years of real deliveries, in any of its dialects:</p>
      <Command text="npm run import -- scms FILE" />
      <p>
        The importer tells what it took, what it left out and why. A file it cannot trust is refused and leaves nothing
        behind.
      </p>
      <h2>Send facts from your own systems</h2>
      <p>Every source uses the same door: bulk mutations over HTTP, each fact answered, safe to repeat.</p>
      <ul>
        <li>
          <code>onboardSuppliers</code>, <code>sendPurchaseOrderLines</code>, <code>recordPurchaseOrderLineEvents</code>
        </li>
        <li>
          <code>registerPlants</code>, <code>postGoodsReceipts</code>
        </li>
        <li>
          <code>reportHeartbeats</code>: a source that says it is alive lets figures say how old they are
        </li>
      </ul>
      <p>
        All of it is at <code>{`${window.location.origin}/graphql`}</code> with an integrator's token; the project's{' '}
        <code>README.md</code> and <code>docs/schema-guide.md</code> have examples.
      </p>
    </div>
  );
}

function Command({ text }: { text: string }): ReactNode {
  const [copied, setCopied] = useState(false);
  return (
    <div className={classes.command}>
      <pre tabIndex={0}>{text}</pre>
      <Button
        variant="default"
        onClick={() => {
          void navigator.clipboard.writeText(text).then(
            () => setCopied(true),
            // Without permission the text can still be selected by hand.
            () => setCopied(false),
          );
        }}
      >
        {copied ? 'Copied' : 'Copy'}
      </Button>
    </div>
  );
}
