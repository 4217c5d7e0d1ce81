import { Button, Popover, TextInput } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { formatDay, isDay } from '../format/date';
import { ChevronDown, ClockIcon } from '../ui/icons';
import { useApp } from './app-context';
import { useView } from './use-view';
import classes from './controls.module.css';

/** Moves the whole page to the end of a past day, or back to now. */
export function AsOfControl(): ReactNode {
  const { view, change } = useView();
  const { today } = useApp();
  const [opened, setOpened] = useState(false);
  const [draft, setDraft] = useState('');
  useEffect(() => {
    if (opened) setDraft(view.asOfDay ?? '');
  }, [opened, view.asOfDay]);
  const label = view.asOfDay ? `As of ${formatDay(view.asOfDay)}` : 'As of now';
  const valid = isDay(draft) && draft <= today;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" shadow="md" width={288} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant={view.asOfDay ? 'light' : 'default'}
          size="xs"
          className={classes.control}
          leftSection={<ClockIcon />}
          rightSection={<ChevronDown />}
          onClick={() => setOpened((was) => !was)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.panel} aria-label="As of">
        <form
          className={classes.single}
          onSubmit={(event) => {
            event.preventDefault();
            if (!valid) return;
            change({ asOf: draft === today ? undefined : draft });
            setOpened(false);
          }}
        >
          <TextInput
            size="xs"
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
        <Button
          size="xs"
          variant="default"
          fullWidth
          disabled={view.asOfDay === null}
          onClick={() => {
            change({ asOf: undefined });
            setOpened(false);
          }}
        >
          Back to now
        </Button>
        <p className={classes.hint}>Figures then leave out whatever was recorded later, also of earlier days.</p>
      </Popover.Dropdown>
    </Popover>
  );
}
