export function one() {
  let value = 1;
  return value;
}
