import { Button, Menu } from '@mantine/core';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { PERSONAS, type Persona } from '../apollo/session';
import { ChevronDown, PersonIcon } from '../ui/icons';
import { useApp } from './app-context';
import classes from './controls.module.css';

const NOTES: Readonly<Record<Persona, string>> = {
  executive: 'every figure, no writing',
  planner: 'orders, stock, availability',
  quality: 'inspections and defects',
  supplier: 'one supplier sees only itself',
  auditor: 'everything, read only',
  integrator: 'sends facts, sees flows',
  developer: 'the graph and its costs',
  admin: 'everything',
};

const SupplierChooser = lazy(async () => ({ default: (await import('./supplier-chooser')).SupplierChooser }));

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Who one is in the demo, and the way to be somebody else. */
export function SessionMenu(): ReactNode {
  const { identity, become } = useApp();
  const [choosing, setChoosing] = useState(false);
  const name = identity.persona === 'supplier' ? (identity.supplierName ?? 'Supplier') : capital(identity.persona);
  return (
    <>
      <Menu position="bottom-end" shadow="md" width={250}>
        <Menu.Target>
          <Button
            variant="default"
            size="xs"
            className={classes.control}
            maw={190}
            leftSection={<PersonIcon />}
            rightSection={<ChevronDown />}
            aria-label={`Signed in as ${name}. Change`}
          >
            {name}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>Demo sign-in: see it as</Menu.Label>
          {PERSONAS.map((persona) => (
            <Menu.Item
              key={persona}
              role="menuitemradio"
              aria-checked={persona === identity.persona}
              rightSection={persona === identity.persona ? '✓' : null}
              onClick={() => (persona === 'supplier' ? setChoosing(true) : become({ persona }))}
            >
              {capital(persona)}
              {persona === 'supplier' ? '…' : ''}
              <span className={classes.personaNote}>{NOTES[persona]}</span>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {choosing ? (
        <Suspense fallback={null}>
          <SupplierChooser
            onClose={() => setChoosing(false)}
            onChoose={(supplier) => {
              setChoosing(false);
              become({ persona: 'supplier', supplierId: supplier.id, supplierName: supplier.name });
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
