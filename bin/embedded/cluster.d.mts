export interface Cluster {
  /** Where its files are; not the folder asked for when root's database could not reach that one. */
  folder: string;
  port: number;
  /** Where its socket is, which both logins use; null where it can only be spoken to over loopback. */
  socketFolder: string | null;
  readonly pid: number;
  /** The superuser `postgres`, for migrations. */
  ownerUrl: string;
  /** The app's own login `hearth_app`, without any right that was not granted. */
  appUrl: string;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** `fast` gives up durability, for databases that are thrown away. `onExit` hears of an end nobody asked for. */
export function startCluster(options: { folder: string; fast?: boolean; onExit?: () => void }): Promise<Cluster>;
