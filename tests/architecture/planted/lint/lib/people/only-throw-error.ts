export function refuse() {
  throw 'no';
}
