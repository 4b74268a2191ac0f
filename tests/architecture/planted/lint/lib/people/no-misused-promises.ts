const may = async () => false;
export function open() {
  if (may()) return 'open';
  return 'closed';
}
