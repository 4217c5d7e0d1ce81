import { useState, type ReactNode } from 'react';
import { formatDay, isDay, type Day } from '../format/date';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { ChevronDown, ClockIcon } from '../ui/icons';
import { Popup } from '../ui/popup';
import { useApp } from './app-context';
import { useView } from './use-view';
import classes from './controls.module.css';

/** Moves the whole page to the end of a past day, or back to now. */
export function AsOfControl(): ReactNode {
  const { view, change } = useView();
  return (
    <Popup
      label="As of"
      width={300}
      trigger={(trigger) => (
        <Button
          {...trigger}
          variant="default"
          size="xs"
          className={classes.control}
          data-chosen={view.asOfDay !== null}
          leftSection={<ClockIcon />}
          rightSection={<ChevronDown />}
        >
          {view.asOfDay ? `As of ${formatDay(view.asOfDay)}` : 'As of now'}
        </Button>
      )}
    >
      {(close) => (
        <AsOfPanel
          asOf={view.asOfDay}
          onChoose={(asOf) => {
            change({ asOf: asOf ?? undefined });
            close();
          }}
        />
      )}
    </Popup>
  );
}

function AsOfPanel({ asOf, onChoose }: { asOf: Day | null; onChoose: (asOf: Day | null) => void }): ReactNode {
  const { today } = useApp();
  const [draft, setDraft] = useState(asOf ?? '');
  const valid = isDay(draft) && draft <= today;
  return (
    <div className={classes.panel}>
      <form
        className={classes.single}
        onSubmit={(event) => {
          event.preventDefault();
          if (valid) onChoose(draft === today ? null : draft);
        }}
      >
        <TextField
          type="date"
          label="As the books had it at the end of"
          value={draft}
          max={today}
          onChange={(event) => setDraft(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" disabled={!valid}>
          Look back
        </Button>
      </form>
      <Button size="xs" variant="default" fullWidth disabled={asOf === null} onClick={() => onChoose(null)}>
        Back to now
      </Button>
      <p className={classes.hint}>Figures then leave out whatever was recorded later, also of earlier days.</p>
    </div>
  );
}
