import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** Whether a script runs on this page: false on the server and in what the browser shows before it is awake. */
export const useHasScript = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
