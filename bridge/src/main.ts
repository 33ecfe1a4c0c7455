import { help } from "./cli/help";
import { type Command, readArguments } from "./cli/read-arguments";
import { http, stdio } from "./cli/serve";
import { doctor, install, uninstall } from "./cli/set-up";
import type { Computer } from "./places";
import { thisComputer } from "./this-computer";
import { version } from "./version";

async function main(): Promise<number | undefined> {
	const read = readArguments(process.argv.slice(2));
	const computer = thisComputer();
	if (read.ok && computer) return run(read.command, computer);
	process.stderr.write(`${read.ok ? `chatside-mcp was not made for ${process.platform}.` : read.reason}\n`);
	return 2;
}

/** @returns an exit code, or nothing for what goes on serving */
async function run(command: Command, computer: Computer): Promise<number | undefined> {
	switch (command.name) {
		case "stdio":
			stdio(computer, command.profile);
			return undefined;
		case "http":
			return http(computer, command.port, command.profile);
		case "install":
			return install(computer, command);
		case "uninstall":
			return uninstall(computer);
		case "doctor":
			return doctor(computer);
		case "help":
			process.stdout.write(help);
			return 0;
		case "version":
			process.stdout.write(`${version}\n`);
			return 0;
	}
}

process.exitCode = await main();
