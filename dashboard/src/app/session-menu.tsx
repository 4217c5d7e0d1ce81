import { lazy, Suspense, useState, type ReactNode } from 'react';
import { PERSONAS, type Persona } from '../apollo/session';
import { Button } from '../ui/button';
import { ChevronDown, PersonIcon } from '../ui/icons';
import { MenuChoice, Popup } from '../ui/popup';
import { useApp } from './app-context';
import { patiently } from '../ui/patient-import';
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

const SupplierChooser = lazy(async () => ({
  default: (await patiently(() => import('./supplier-chooser'))).SupplierChooser,
}));

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
      <Popup
        label="Demo sign-in"
        kind="menu"
        align="end"
        width={260}
        trigger={(trigger) => (
          <Button
            {...trigger}
            variant="default"
            size="xs"
            className={classes.control}
            leftSection={<PersonIcon />}
            rightSection={<ChevronDown />}
            aria-label={`${name}: signed in. Change`}
          >
            <span className={classes.name}>{name}</span>
          </Button>
        )}
      >
        {(close) => (
          <>
            <p className={classes.menuTitle} role="presentation">
              Demo sign-in: see it as
            </p>
            {PERSONAS.map((persona) => (
              <MenuChoice
                key={persona}
                checked={persona === identity.persona}
                note={NOTES[persona]}
                onChoose={() => {
                  close();
                  if (persona === 'supplier') setChoosing(true);
                  else become({ persona });
                }}
              >
                {capital(persona)}
                {persona === 'supplier' ? '…' : ''}
              </MenuChoice>
            ))}
          </>
        )}
      </Popup>
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
