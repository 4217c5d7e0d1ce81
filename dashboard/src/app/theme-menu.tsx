import type { ReactNode } from 'react';
import { IconButton } from '../ui/button';
import { chooseScheme, useSchemeChoice, type SchemeChoice } from '../ui/color-scheme';
import { MoonIcon, SunIcon, SystemIcon } from '../ui/icons';
import { MenuChoice, Popup } from '../ui/popup';
import classes from './controls.module.css';

const CHOICES: readonly { scheme: SchemeChoice; name: string; icon: ReactNode }[] = [
  { scheme: 'light', name: 'Light', icon: <SunIcon /> },
  { scheme: 'dark', name: 'Dark', icon: <MoonIcon /> },
  { scheme: 'auto', name: 'As the system', icon: <SystemIcon /> },
];

/** Light, dark, or whatever the system is. */
export function ThemeMenu(): ReactNode {
  const colorScheme = useSchemeChoice();
  const chosen = CHOICES.find(({ scheme }) => scheme === colorScheme) ?? CHOICES[2];
  return (
    <Popup
      label="Theme"
      kind="menu"
      align="end"
      width={190}
      trigger={(trigger) => (
        <IconButton
          {...trigger}
          variant="subtle"
          size={32}
          className={classes.round}
          aria-label={`Theme: ${chosen?.name ?? ''}`}
        >
          {chosen?.icon}
        </IconButton>
      )}
    >
      {(close) =>
        CHOICES.map(({ scheme, name, icon }) => (
          <MenuChoice
            key={scheme}
            checked={scheme === colorScheme}
            icon={icon}
            onChoose={() => {
              chooseScheme(scheme);
              close();
            }}
          >
            {name}
          </MenuChoice>
        ))
      }
    </Popup>
  );
}
