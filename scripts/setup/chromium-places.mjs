import { accessSync, constants, existsSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * Where a Chromium may be, the likeliest first. Paths that do not exist are left out; whether one runs, and is not
 * branded Chrome, is for the caller to find out.
 *
 * @param {{ platform: NodeJS.Platform, env: NodeJS.ProcessEnv, playwrightPath?: string }} machine `playwrightPath`:
 *   where Playwright would keep its own Chromium
 * @returns {string[]}
 */
export function chromiumPlaces({ platform, env, playwrightPath }) {
	const places = [...usualPlaces(platform, env)];
	if (playwrightPath) places.push(playwrightPath);
	// A snap is confined: it may not see extensions or profiles in /tmp. So it comes last.
	if (platform === "linux") places.push("/snap/bin/chromium");
	return [...new Set(places)].filter((path) => path !== "" && existsSync(path));
}

/** @param {NodeJS.Platform} platform @param {NodeJS.ProcessEnv} env @returns {string[]} */
function usualPlaces(platform, env) {
	if (platform === "darwin") {
		const folders = ["/Applications", join(env.HOME ?? "", "Applications")];
		return folders.flatMap((folder) => [
			join(folder, "Chromium.app/Contents/MacOS/Chromium"),
			join(folder, "Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing"),
		]);
	}
	if (platform === "win32") {
		const folders = [env.LOCALAPPDATA, env.PROGRAMFILES, env["PROGRAMFILES(X86)"]].filter(
			(folder) => !!folder,
		);
		return folders.flatMap((folder) => [
			join(folder ?? "", "Chromium", "Application", "chrome.exe"),
			join(folder ?? "", "chrome-win", "chrome.exe"),
			join(folder ?? "", "chrome-win64", "chrome.exe"),
		]);
	}
	const names = ["chromium", "chromium-browser", "ungoogled-chromium", "chrome-for-testing"];
	return [
		...names.map((name) => onPath(name, env)).filter((path) => path !== undefined),
		"/usr/bin/chromium",
		"/usr/bin/chromium-browser",
		"/usr/lib/chromium/chromium",
		"/usr/lib64/chromium-browser/chromium-browser",
	];
}

/**
 * @param {string} name a command
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined} the first executable of that name on PATH
 */
export function onPath(name, env) {
	for (const folder of (env.PATH ?? "").split(delimiter)) {
		if (folder === "") continue;
		const path = join(folder, name);
		try {
			accessSync(path, constants.X_OK);
			// A folder counts as executable too.
			if (statSync(path).isFile()) return path;
		} catch {
			// Not in this folder.
		}
	}
	return undefined;
}
