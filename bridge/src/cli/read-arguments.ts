import { parseArgs } from "node:util";
import { type Browser, browsers, isBrowser } from "../install/browsers";
import { isExtensionId } from "../install/manifest";

export type Command =
	| { name: "stdio"; profile?: string }
	| { name: "http"; profile?: string; port: number }
	| { name: "install"; extensionId: string; which?: Browser | "all"; userDataFolder?: string }
	| { name: "uninstall" }
	| { name: "doctor" }
	| { name: "help" }
	| { name: "version" };

export type Read = { ok: true; command: Command } | { ok: false; reason: string };

/** Where the HTTP server listens if not said. */
export const usualPort = 41_741;

const options = {
	profile: { type: "string" },
	port: { type: "string" },
	"extension-id": { type: "string" },
	browser: { type: "string" },
	"user-data-dir": { type: "string" },
	help: { type: "boolean", short: "h" },
	version: { type: "boolean", short: "v" },
} as const;

type Values = ReturnType<typeof parse>["values"];

/** Which option goes with which command. */
const taken: Record<string, (keyof Values)[]> = {
	stdio: ["profile"],
	http: ["profile", "port"],
	install: ["extension-id", "browser", "user-data-dir"],
	uninstall: [],
	doctor: [],
};

/** @param args without the program's own name */
export function readArguments(args: string[]): Read {
	let parsed: ReturnType<typeof parse>;
	try {
		parsed = parse(args);
	} catch (error) {
		// Its first sentence says what; the rest is about dashes.
		return refused((error as Error).message.split(". ", 1)[0] ?? "");
	}
	const { values, positionals } = parsed;
	if (values.help) return { ok: true, command: { name: "help" } };
	if (values.version) return { ok: true, command: { name: "version" } };
	const [name = "stdio", ...more] = positionals;
	const allowed = Object.hasOwn(taken, name) ? taken[name] : undefined;
	if (!allowed || more.length > 0) return refused(`There is no command "${positionals.join(" ")}"`);
	const wrong = (Object.keys(values) as (keyof Values)[]).find((option) => !allowed.includes(option));
	if (wrong) return refused(`--${wrong} does not go with ${name}`);
	switch (name) {
		case "http":
			return readHttp(values);
		case "install":
			return readInstall(values);
		case "uninstall":
		case "doctor":
			return { ok: true, command: { name } };
		default:
			return { ok: true, command: { name: "stdio", profile: values.profile } };
	}
}

function parse(args: string[]) {
	return parseArgs({ args, options, allowPositionals: true, strict: true });
}

function readHttp({ profile, port }: Values): Read {
	const number = port === undefined ? usualPort : Number(port || Number.NaN);
	if (!Number.isInteger(number) || number < 0 || number > 65_535)
		return refused("--port takes a number up to 65535");
	return { ok: true, command: { name: "http", profile, port: number } };
}

function readInstall({
	"extension-id": extensionId,
	browser,
	"user-data-dir": userDataFolder,
}: Values): Read {
	if (extensionId === undefined)
		return refused(
			"install needs --extension-id; Chatside's options show the whole command under MCP bridge",
		);
	if (!isExtensionId(extensionId)) return refused("An extension's id has 32 letters from a to p");
	if (browser !== undefined && browser !== "all" && !isBrowser(browser))
		return refused(`--browser takes ${browsers.join(", ")} or all`);
	return { ok: true, command: { name: "install", extensionId, which: browser, userDataFolder } };
}

function refused(reason: string): Read {
	return { ok: false, reason: `${reason}. \`chatside-mcp --help\` shows what there is.` };
}
