import { Button, Popover, TextInput } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { formatDay, isDay } from '../format/date';
import { CalendarIcon, ChevronDown } from '../ui/icons';
import { useApp } from './app-context';
import { useView } from './use-view';
import { WINDOW_PRESETS, windowLabel, type WindowChoice } from './view';
import classes from './controls.module.css';

/** Chooses the window of the figures: a preset or two days. */
export function WindowControl(): ReactNode {
  const { view, change } = useView();
  const { today } = useApp();
  const [opened, setOpened] = useState(false);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const span = view.span;
  useEffect(() => {
    if (!opened) return;
    setFrom(span?.from ?? '');
    setTo(span?.to ?? '');
    // Filled in when opened; what is typed afterwards is the reader's.
  }, [opened]);
  const choose = (choice: WindowChoice): void => {
    change({ window: choice });
    setOpened(false);
  };
  const valid = isDay(from) && isDay(to) && from <= to;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" shadow="md" width={288} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          className={classes.control}
          leftSection={<CalendarIcon />}
          rightSection={<ChevronDown />}
          onClick={() => setOpened((was) => !was)}
          aria-label={`Window: ${view.windowLabel}`}
        >
          {view.windowLabel}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.panel} aria-label="Window of the figures">
        <div className={classes.presets}>
          {WINDOW_PRESETS.map((preset) => (
            <button
              key={preset}
              type="button"
              className={classes.preset}
              aria-pressed={view.choice === preset}
              onClick={() => choose(preset)}
            >
              {windowLabel(preset)}
            </button>
          ))}
        </div>
        <form
          className={classes.custom}
          onSubmit={(event) => {
            event.preventDefault();
            if (valid) choose(`${from}..${to}`);
          }}
        >
          <TextInput size="xs" type="date" label="From" value={from} max={to} onChange={(event) => setFrom(event.currentTarget.value)} />
          <TextInput size="xs" type="date" label="To" value={to} min={from} onChange={(event) => setTo(event.currentTarget.value)} />
          <Button size="xs" type="submit" disabled={!valid}>
            Show these days
          </Button>
        </form>
        {span ? (
          <p className={classes.hint}>
            Now {formatDay(span.from)} – {formatDay(span.to)}, both included. Today is {formatDay(today)} (UTC).
          </p>
        ) : null}
      </Popover.Dropdown>
    </Popover>
  );
}
