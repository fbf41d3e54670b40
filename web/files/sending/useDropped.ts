import { useEffect, useState, type DragEvent } from 'react';

export type DropHandlers = {
  onDragOver: (event: DragEvent) => void;
  onDragLeave: (event: DragEvent) => void;
  onDrop: (event: DragEvent) => void;
};

const carriesFiles = (transfer: DataTransfer | null): boolean => transfer?.types.includes('Files') ?? false;

/** Files dropped anywhere on an element that has these handlers; words that are dragged stay words. */
export function useDropped(take: ((files: File[]) => void) | null): { over: boolean; onForm: DropHandlers } {
  const [over, setOver] = useState(false);
  const taking = take !== null;
  // Dropped beside it, a file would be opened in place of the page, and what is on its way be lost.
  useEffect(() => {
    if (!taking) return undefined;
    const hold = (event: globalThis.DragEvent) => {
      if (carriesFiles(event.dataTransfer)) event.preventDefault();
    };
    document.addEventListener('dragover', hold);
    document.addEventListener('drop', hold);
    return () => {
      document.removeEventListener('dragover', hold);
      document.removeEventListener('drop', hold);
    };
  }, [taking]);
  const onForm: DropHandlers = {
    onDragOver: (event) => {
      if (!take || !carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: (event) => {
      if (!take || !carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(false);
      take([...event.dataTransfer.files]);
    },
  };
  return { over, onForm };
}
