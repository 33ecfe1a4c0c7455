import { i18n } from "#i18n";
import { Badge } from "@/components/ui/badge";
import { Input, Select } from "@/components/ui/field";
import { type CustomFunction, functionMethods } from "@/lib/functions/definition";
import type { FunctionAddress, ReadFunction } from "@/lib/functions/import";
import { functionProblemText } from "./function-problem-text";

type ImportPreviewProps = {
	read: ReadFunction;
	/** What it is called where it has no name. */
	number: string;
	functions: readonly CustomFunction[];
	/** What is typed for a function that came without an address; undefined for one that has its own. */
	address: FunctionAddress | undefined;
	change(address: FunctionAddress): void;
};

/** One function of an import: what it is, whether it replaces one, what is wrong with it, and where it is called. */
export function ImportPreview({ read, number, functions, address, change }: ImportPreviewProps) {
	const { name, method, endpoint } = read.ok ? read.definition : read.draft;
	const title = typeof name === "string" && name ? name : number;
	return (
		<>
			<p className="flex flex-wrap items-center gap-2">
				<span className="break-all font-mono font-medium">{title}</span>
				<StateOf read={read} functions={functions} />
			</p>
			{address && <AddressFields name={title} address={address} change={change} />}
			{read.ok && (!address || endpoint !== address.endpoint) && (
				<p className="break-all font-mono text-[0.86rem] text-ink-soft">
					{String(method)} {String(endpoint)}
				</p>
			)}
			{!read.ok && (
				<ul className="text-[0.93rem] text-bad">
					{read.issues.map((issue) => (
						<li key={issue.path.join(".") + issue.message} className="break-words">
							{issue.path.length > 0 && <code>{issue.path.join(".")}</code>} {functionProblemText(issue)}
						</li>
					))}
				</ul>
			)}
		</>
	);
}

function StateOf({ read, functions }: Pick<ImportPreviewProps, "read" | "functions">) {
	if (!read.ok) return <Badge tone="bad">{i18n.t("settings.functions.import.refused")}</Badge>;
	return functions.some(({ name }) => name === read.definition.name) ? (
		<Badge tone="warn">{i18n.t("settings.functions.import.replaces")}</Badge>
	) : (
		<Badge tone="good">{i18n.t("settings.functions.import.isNew")}</Badge>
	);
}

type AddressFieldsProps = {
	/** What the address is for. */
	name: string;
	address: FunctionAddress;
	placeholder?: string;
	change(address: FunctionAddress): void;
};

/** A method and a URL in one line. */
export function AddressFields({ name, address, placeholder, change }: AddressFieldsProps) {
	return (
		<div className="my-1.5 flex flex-wrap gap-2">
			<Select
				aria-label={i18n.t("settings.functions.import.methodOf", [name])}
				className="w-28"
				value={address.method}
				onChange={({ target }) => change({ ...address, method: target.value })}
			>
				{functionMethods.map((method) => (
					<option key={method}>{method}</option>
				))}
			</Select>
			<Input
				aria-label={i18n.t("settings.functions.import.urlOf", [name])}
				type="url"
				spellCheck={false}
				autoComplete="off"
				className="min-w-0 flex-1 basis-52"
				placeholder={placeholder ?? "https://shop.example.com/orders/{order_id}"}
				value={address.endpoint}
				onChange={({ target }) => change({ ...address, endpoint: target.value.trim() })}
			/>
		</div>
	);
}
