import type { Computer } from "../places";

/** What installing needs of a computer, so that tests can make up three. */
export type Machine = {
	computer: Computer;
	/** Absolute path of Node. */
	node: string;
	files: Files;
	registry: Registry;
};

export type Files = {
	exists(path: string): boolean;
	/** @returns undefined when it is not there */
	read(path: string): string | undefined;
	/** @param mode permissions, as in 0o600; Windows has its own */
	write(path: string, text: string, mode: number): void;
	/** Permissions, without the kind of file; undefined when it is not there. */
	modeOf(path: string): number | undefined;
	/** Makes it and its parents. @returns those that were not there, the outermost first */
	makeFolder(path: string, mode: number): string[];
	/** A file, or a folder with everything in it. */
	remove(path: string): void;
	/** @returns false when it is not empty, or not there */
	removeEmptyFolder(path: string): boolean;
};

/** Keys are below HKEY_CURRENT_USER; the value is the unnamed one. */
export type Registry = {
	get(key: string): string | undefined;
	set(key: string, value: string): void;
	remove(key: string): void;
};
