import { ActionIcon, Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { MoonIcon, SunIcon, SystemIcon } from '../ui/icons';
import classes from './controls.module.css';

const CHOICES: readonly { scheme: MantineColorScheme; name: string; icon: ReactNode }[] = [
  { scheme: 'light', name: 'Light', icon: <SunIcon /> },
  { scheme: 'dark', name: 'Dark', icon: <MoonIcon /> },
  { scheme: 'auto', name: 'As the system', icon: <SystemIcon /> },
];

/** Light, dark, or whatever the system is. */
export function ThemeMenu(): ReactNode {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const chosen = CHOICES.find(({ scheme }) => scheme === colorScheme) ?? CHOICES[2];
  return (
    <Menu position="bottom-end" shadow="md" width={180}>
      <Menu.Target>
        <ActionIcon variant="subtle" size={32} className={classes.round} aria-label={`Theme: ${chosen?.name ?? ''}`}>
          {chosen?.icon}
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {CHOICES.map(({ scheme, name, icon }) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={scheme === colorScheme}
            leftSection={icon}
            rightSection={scheme === colorScheme ? '✓' : null}
            onClick={() => setColorScheme(scheme)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
