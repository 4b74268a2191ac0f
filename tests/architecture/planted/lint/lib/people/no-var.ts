export function one() {
  var value = 1;
  return value;
}
