import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** A key that code asks for: whole, or with parts (as `null`) that are only known when it runs. */
export type UsedKey = { file: string; parts: (string | null)[] };

/** Every first argument of a call of `i18n.t` in the sources, and what in such a call could not be understood. */
export function keysUsedInCode(root: string): { used: UsedKey[]; unclear: string[] } {
	const used: UsedKey[] = [];
	const unclear: string[] = [];
	for (const file of ["components", "entrypoints", "lib"].flatMap((folder) =>
		sourcesIn(join(root, folder)),
	)) {
		const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
		const visit = (node: ts.Node): void => {
			if (ts.isCallExpression(node) && node.expression.getText() === "i18n.t") {
				const keys = node.arguments[0] && keysOf(node.arguments[0]);
				if (keys) used.push(...keys.map((parts) => ({ file, parts })));
				else unclear.push(`${file}: ${node.getText()}`);
			}
			ts.forEachChild(node, visit);
		};
		visit(source);
	}
	return { used, unclear };
}

function sourcesIn(folder: string): string[] {
	const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
	return files.filter((name) => /\.tsx?$/.test(name)).map((name) => join(folder, name));
}

function keysOf(expression: ts.Expression): (string | null)[][] | null {
	if (ts.isParenthesizedExpression(expression)) return keysOf(expression.expression);
	if (ts.isStringLiteralLike(expression)) return [[expression.text]];
	if (ts.isTemplateExpression(expression))
		return [
			[expression.head.text, ...expression.templateSpans.flatMap(({ literal }) => [null, literal.text])],
		];
	if (!ts.isConditionalExpression(expression)) return null;
	const [whenTrue, whenFalse] = [keysOf(expression.whenTrue), keysOf(expression.whenFalse)];
	return whenTrue && whenFalse && [...whenTrue, ...whenFalse];
}

/** Whether code that asks for `used` may mean `key`; a part not known before is one step of the key. */
export function mayMean({ parts }: UsedKey, key: string): boolean {
	const pattern = parts.map((part) => (part === null ? "[A-Za-z0-9_]+" : part.replaceAll(".", "\\.")));
	return new RegExp(`^${pattern.join("")}$`).test(key);
}
