const save = async () => {};
export function start() {
  save();
}
