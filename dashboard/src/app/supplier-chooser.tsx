import { useQuery } from '@apollo/client/react';
import { Modal } from '@mantine/core';
import '@mantine/core/styles/Modal.css';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { describeFailure } from '../apollo/failure';
import { graphql } from '../gql/gql';
import { countOf } from '../format/quantity';
import { TextField } from '../ui/field';
import { MantineFrame } from '../ui/mantine-frame';
import { TileFailure } from '../ui/tile-failure';
import classes from './controls.module.css';

const CHOOSABLE_SUPPLIERS = graphql(`
  query ChoosableSuppliers($search: String) {
    suppliers(filter: { search: $search }, first: 100) {
      totalCount
      edges {
        node {
          id
          code
          name
        }
      }
    }
  }
`);

interface SupplierChooserProps {
  onChoose: (supplier: { id: string; name: string }) => void;
  onClose: () => void;
}

/** Asks which supplier to be. */
export function SupplierChooser({ onChoose, onClose }: SupplierChooserProps): ReactNode {
  const [search, setSearch] = useState('');
  const [asked] = useDebouncedValue(search.trim(), 200);
  const { data, previousData, error, refetch } = useQuery(CHOOSABLE_SUPPLIERS, {
    variables: { search: asked === '' ? null : asked },
    errorPolicy: 'all',
  });
  const failure = describeFailure(error);
  const suppliers = (data ?? previousData)?.suppliers;
  return (
    <MantineFrame>
      <Modal
        opened
        onClose={onClose}
        title="Which supplier?"
        closeButtonProps={{ 'aria-label': 'Close' }}
        transitionProps={{ duration: 0 }}
      >
        <TextField
          data-autofocus
          type="search"
          label="Name or code"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        {failure && !suppliers ? <TileFailure {...failure} onRetry={() => void refetch()} /> : null}
        {suppliers ? (
          <>
            <ul className={classes.suppliers}>
              {suppliers.edges.map(({ node }) => (
                <li key={node.id}>
                  <button type="button" onClick={() => onChoose({ id: node.id, name: node.name })}>
                    {node.name} {node.code === node.name ? null : <small>{node.code}</small>}
                  </button>
                </li>
              ))}
            </ul>
            <p className={classes.hint}>
              {suppliers.totalCount === 0
                ? 'No supplier by that name.'
                : `${countOf(suppliers.totalCount, 'supplier')}${suppliers.totalCount > suppliers.edges.length ? `, the first ${suppliers.edges.length} shown` : ''}`}
            </p>
          </>
        ) : null}
      </Modal>
    </MantineFrame>
  );
}
