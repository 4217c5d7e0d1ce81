import '../testing/browser';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState, type ReactNode } from 'react';
import { Peek } from './peek';

function List(): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Lot 7
      </button>
      {open ? (
        <Peek title="Inspection lot 7" onClose={() => setOpen(false)}>
          found nothing
        </Peek>
      ) : null}
    </>
  );
}

describe('one thing beside its list', () => {
  afterEach(cleanup);

  it('takes the focus to its title, and gives it back when Escape closes it', () => {
    render(<List />);
    const opener = screen.getByRole('button', { name: 'Lot 7' });
    opener.focus();
    fireEvent.click(opener);
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Inspection lot 7' }));
    fireEvent.keyDown(document, { key: 'Escape' });
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(document.activeElement).toBe(opener);
  });

  it('leaves Escape to a dialog above it', () => {
    render(<List />);
    fireEvent.click(screen.getByRole('button', { name: 'Lot 7' }));
    const above = document.createElement('div');
    above.setAttribute('role', 'dialog');
    above.setAttribute('aria-modal', 'true');
    document.body.append(above);
    fireEvent.keyDown(document, { key: 'Escape' });
    expect(screen.getByRole('complementary')).toBeTruthy();
    above.remove();
  });
});
