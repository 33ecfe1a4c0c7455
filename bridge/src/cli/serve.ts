import { existsSync } from "node:fs";
import { createLink, type Link } from "../link/link";
import type { Computer } from "../places";
import { placesOf } from "../places";
import { endpointPath } from "../server/http-guard";
import { serveOverHttp } from "../server/serve-http";
import { serveOverStdio } from "../server/serve-stdio";
import { tokenAt } from "../server/token";

/** Standard output is the protocol's; everything else is said here. */
const log = (line: string) => process.stderr.write(`chatside-mcp: ${line}\n`);

export function stdio(computer: Computer, profile?: string) {
	serveOverStdio(linkOf(computer, { profile, starter: process.ppid }), log);
}

/** @returns the exit code when it could not start */
export async function http(computer: Computer, port: number, profile?: string): Promise<number | undefined> {
	const token = tokenAt(placesOf(computer).token);
	const link = linkOf(computer, { profile });
	try {
		const serving = await serveOverHttp({ link, port, token, log });
		const end = () => {
			link.close();
			void serving.close().then(() => process.exit(0));
		};
		for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, end);
		process.stdout.write(
			`URL: http://127.0.0.1:${serving.port}${endpointPath}\nHeader: Authorization: Bearer ${token}\nWho has the token can ask Chatside. Ctrl+C ends the server.\n`,
		);
		return undefined;
	} catch (error) {
		link.close();
		log(
			(error as NodeJS.ErrnoException).code === "EADDRINUSE"
				? `Port ${port} is taken. End what uses it, or choose another: --port NUMBER.`
				: `The server could not start: ${(error as Error).message}`,
		);
		return 1;
	}
}

function linkOf(computer: Computer, options: { profile?: string; starter?: number }): Link {
	const { running, record } = placesOf(computer);
	return createLink({ running, ...options, isInstalled: () => existsSync(record) });
}
