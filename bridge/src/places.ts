import { posix, win32 } from "node:path";

/** Of Node's platforms, those that Chromium's browsers and this bridge run on. */
export type Platform = "linux" | "darwin" | "win32";

/** Whose computer it is: what Node says of it, or what a test makes up. */
export type Computer = {
	platform: Platform;
	/** The user's home folder. */
	home: string;
	env: Record<string, string | undefined>;
};

/** The paths of that computer, whatever this one is. */
export const pathsOf = ({ platform }: Pick<Computer, "platform">) => (platform === "win32" ? win32 : posix);

/** Everything the bridge keeps, by absolute path. */
export type Places = {
	/** The folder that holds all the others; only the user may look into it. */
	folder: string;
	/** What the browser starts. */
	launcher: string;
	/** What the launcher starts. */
	host: string;
	/** On Windows, where the registry names it; elsewhere each browser has its own. */
	manifest: string;
	/** What `install` wrote outside of the folder. */
	record: string;
	/** For the HTTP server. */
	token: string;
	/** Who runs. */
	running: string;
};

/**
 * One folder below home, and not XDG_RUNTIME_DIR: MCP clients start their servers with HOME and little else, and host
 * and server have to find each other.
 */
export function placesOf(computer: Computer): Places {
	const { join } = pathsOf(computer);
	const folder =
		computer.platform === "win32"
			? join(computer.env.LOCALAPPDATA ?? join(computer.home, "AppData", "Local"), "Chatside")
			: join(computer.home, ".chatside");
	return {
		folder,
		launcher: join(folder, computer.platform === "win32" ? "chatside-host.bat" : "chatside-host"),
		host: join(folder, "host.mjs"),
		manifest: join(folder, "manifest.json"),
		record: join(folder, "installed.json"),
		token: join(folder, "token"),
		running: join(folder, "running"),
	};
}
