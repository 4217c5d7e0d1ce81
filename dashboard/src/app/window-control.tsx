import { useState, type ReactNode } from 'react';
import { formatDay, isDay } from '../format/date';
import { Button } from '../ui/button';
import { TextField } from '../ui/field';
import { CalendarIcon, ChevronDown } from '../ui/icons';
import { Popup } from '../ui/popup';
import { useApp } from './app-context';
import { useView, type ViewState } from './use-view';
import { WINDOW_PRESETS, windowLabel, type WindowChoice } from './view';
import classes from './controls.module.css';

/** Chooses the window of the figures: a preset or two days. */
export function WindowControl(): ReactNode {
  const { view, change } = useView();
  return (
    <Popup
      label="Window of the figures"
      width={300}
      trigger={(trigger) => (
        <Button
          {...trigger}
          variant="default"
          size="xs"
          className={classes.control}
          leftSection={<CalendarIcon />}
          rightSection={<ChevronDown />}
        >
          <span className="sl-unseen">Window: </span>
          {view.windowLabel}
        </Button>
      )}
    >
      {(close) => (
        <WindowPanel
          view={view}
          onChoose={(choice) => {
            change({ window: choice });
            close();
          }}
        />
      )}
    </Popup>
  );
}

function WindowPanel({
  view,
  onChoose,
}: {
  view: ViewState['view'];
  onChoose: (choice: WindowChoice) => void;
}): ReactNode {
  const { today } = useApp();
  const [from, setFrom] = useState(view.span?.from ?? '');
  const [to, setTo] = useState(view.span?.to ?? '');
  const valid = isDay(from) && isDay(to) && from <= to;
  return (
    <div className={classes.panel}>
      <div className={classes.presets}>
        {WINDOW_PRESETS.map((preset) => (
          <button
            key={preset}
            type="button"
            className={classes.preset}
            aria-pressed={view.choice === preset}
            onClick={() => onChoose(preset)}
          >
            {windowLabel(preset)}
          </button>
        ))}
      </div>
      <form
        className={classes.custom}
        onSubmit={(event) => {
          event.preventDefault();
          if (valid) onChoose(`${from}..${to}`);
        }}
      >
        <TextField
          type="date"
          label="From"
          value={from}
          max={to}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextField
          type="date"
          label="To"
          value={to}
          min={from}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <Button size="xs" type="submit" disabled={!valid}>
          Show these days
        </Button>
      </form>
      {view.span ? (
        <p className={classes.hint}>
          Now {formatDay(view.span.from)} – {formatDay(view.span.to)}, both included. Today is {formatDay(today)} (UTC).
        </p>
      ) : null}
    </div>
  );
}
