import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { CodeBlock } from "@/components/ui/code-block";
import type { MaskedChange } from "@/lib/settings/secrets";
import { type FieldChange, fieldChanges } from "./field-changes";
import { fieldName, itemName } from "./item-name";
import { accessText, valueText } from "./value-text";

/** Changes of the settings as people read them: every item by its name, with what it was and what it is then. */
export function ChangeList({ changes }: { changes: readonly MaskedChange[] }) {
	return (
		<ul className="divide-y divide-line rounded-xl border border-line">
			{changes.map((change) => (
				<li key={change.path} className="px-3.5 py-2.5">
					<Item change={change} />
				</li>
			))}
		</ul>
	);
}

function Item({ change }: { change: MaskedChange }) {
	const { path, before, after } = change;
	const { kind, name, code } = itemName(path);
	const isWebhook = path.startsWith("webhook.");
	return (
		<>
			<p className="flex flex-wrap items-center gap-x-2 gap-y-1">
				{kind && <span className="text-ink-soft">{kind}</span>}
				<span className={code ? "break-all font-medium font-mono text-[0.93rem]" : "font-medium"}>
					{name}
				</span>
				{before === undefined && <Badge tone="good">{i18n.t("settings.changes.added")}</Badge>}
				{after === undefined && <Badge tone="bad">{i18n.t("settings.changes.removed")}</Badge>}
			</p>
			{before === undefined || after === undefined ? (
				<Whole value={after ?? before} gone={after === undefined} />
			) : (
				<dl className="mt-0.5 space-y-1">
					{fieldChanges(change).map((one) => (
						<Field key={one.field} change={one} named={!isWebhook && one.field !== path.split(".").at(-1)} />
					))}
				</dl>
			)}
		</>
	);
}

/** An item that came or went: what it calls, with all of it below. */
function Whole({ value, gone }: { value: unknown; gone: boolean }) {
	const { method, url, endpoint } = value as { method?: string; url?: string; endpoint?: string };
	const address = url ?? endpoint;
	const Line = gone ? "del" : "ins";
	if (!address)
		return (
			<Line
				className={classNames("break-words font-mono text-[0.93rem]", gone ? "text-bad" : "no-underline")}
			>
				{accessText(value) ?? (Array.isArray(value) ? value.join("\n") : String(value))}
			</Line>
		);
	return (
		<>
			<p className="break-all font-mono text-[0.93rem]">
				<Line className={gone ? "text-bad" : "no-underline"}>
					{method} {address}
				</Line>
			</p>
			<Json label={i18n.t("settings.changes.whole")} value={value} />
		</>
	);
}

function Field({ change, named }: { change: FieldChange; named: boolean }) {
	const { field, before, after, secretChanged } = change;
	const format = useFormat();
	const { name, code } = fieldName(field);
	const told = valueText(field, before, format);
	const from = told ?? (secretChanged ? i18n.t("settings.webhooks.confirm.secret.set") : null);
	const to = secretChanged
		? i18n.t("settings.webhooks.confirm.secret.another")
		: valueText(field, after, format);
	return (
		<div className="flex flex-wrap items-baseline gap-x-2">
			<dt className={named ? "text-[0.93rem] text-ink-soft" : "sr-only"}>
				{code ? <code>{name}</code> : name}
			</dt>
			<dd className="min-w-0 max-w-full break-words [overflow-wrap:anywhere]">
				{from !== null && to !== null ? (
					<>
						{before === undefined || before === "" ? (
							<span className="text-ink-soft">{from}</span>
						) : (
							<del className="text-bad">{from}</del>
						)}
						<span aria-hidden className="text-ink-soft">
							{" → "}
						</span>
						<span className="sr-only"> {i18n.t("settings.changes.becomes")} </span>
						<ins className="text-good no-underline">{to}</ins>
					</>
				) : (
					<>
						<Json label={i18n.t("settings.changes.before")} value={before} />
						<Json label={i18n.t("settings.changes.after")} value={after} />
					</>
				)}
			</dd>
		</div>
	);
}

function Json({ label, value }: { label: string; value: unknown }) {
	if (value === undefined) return null;
	return (
		<details className="mt-1">
			<summary className="w-fit text-[0.93rem] text-accent-ink">{label}</summary>
			<CodeBlock label={label} code={JSON.stringify(value, null, 2)} className="mt-1" />
		</details>
	);
}
