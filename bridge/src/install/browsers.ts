import { type Computer, pathsOf } from "../places";

export const browsers = ["chrome", "chromium", "edge", "brave"] as const;
export type Browser = (typeof browsers)[number];

export function isBrowser(value: string): value is Browser {
	return browsers.includes(value as Browser);
}

export const browserNames: Record<Browser, string> = {
	chrome: "Google Chrome",
	chromium: "Chromium",
	edge: "Microsoft Edge",
	brave: "Brave",
};

/** Where each keeps its profiles, below the system's place for it. */
const userData: Record<Browser, Record<Computer["platform"], string[]>> = {
	chrome: {
		linux: ["google-chrome"],
		darwin: ["Google", "Chrome"],
		win32: ["Google", "Chrome", "User Data"],
	},
	chromium: { linux: ["chromium"], darwin: ["Chromium"], win32: ["Chromium", "User Data"] },
	edge: {
		linux: ["microsoft-edge"],
		darwin: ["Microsoft Edge"],
		win32: ["Microsoft", "Edge", "User Data"],
	},
	brave: {
		linux: ["BraveSoftware", "Brave-Browser"],
		darwin: ["BraveSoftware", "Brave-Browser"],
		win32: ["BraveSoftware", "Brave-Browser", "User Data"],
	},
};

/** Below HKEY_CURRENT_USER. Brave looks under Chrome's key as well, by its version. */
const registryKeys: Record<Browser, string[]> = {
	chrome: ["Software\\Google\\Chrome\\NativeMessagingHosts"],
	chromium: ["Software\\Chromium\\NativeMessagingHosts"],
	edge: ["Software\\Microsoft\\Edge\\NativeMessagingHosts"],
	brave: [
		"Software\\BraveSoftware\\Brave-Browser\\NativeMessagingHosts",
		"Software\\Google\\Chrome\\NativeMessagingHosts",
	],
};

/** The folder of a browser's profiles: it exists when the browser was ever started. */
export function userDataOf(browser: Browser, computer: Computer): string {
	const { join } = pathsOf(computer);
	return join(configFolder(computer), ...userData[browser][computer.platform]);
}

/** @returns the folder in which that browser, or one started with `--user-data-dir`, looks for hosts; not on Windows */
export function hostsFolder(userDataFolder: string, computer: Computer): string {
	return pathsOf(computer).join(userDataFolder, "NativeMessagingHosts");
}

/** The keys, below HKEY_CURRENT_USER, that name the host to that browser on Windows. */
export function keysOf(browser: Browser, host: string): string[] {
	return registryKeys[browser].map((key) => `${key}\\${host}`);
}

function configFolder({ platform, home, env }: Computer): string {
	const { join } = pathsOf({ platform });
	switch (platform) {
		case "linux":
			return env.XDG_CONFIG_HOME || join(home, ".config");
		case "darwin":
			return join(home, "Library", "Application Support");
		case "win32":
			return env.LOCALAPPDATA ?? join(home, "AppData", "Local");
	}
}
