import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { classNames } from "@/components/ui/class-names";
import type { ExtraField, ExtraValue } from "@/lib/crm/customer";
import { readableName } from "./readable-name";

/** Fields the contract does not know, each rendered by its kind. */
export function ExtraFieldList({ fields, className }: { fields: ExtraField[]; className?: string }) {
	if (fields.length === 0) return null;
	return (
		<dl
			className={classNames(
				"grid grid-cols-[minmax(5rem,auto)_1fr] gap-x-3 gap-y-1 text-[0.93rem]",
				className,
			)}
		>
			{fields.map(({ name, value }) => (
				<div key={name} className="contents">
					<dt className="break-words text-ink-soft [overflow-wrap:anywhere]">{readableName(name)}</dt>
					<dd className="min-w-0 break-words [overflow-wrap:anywhere]">
						<ExtraFieldValue value={value} />
					</dd>
				</div>
			))}
		</dl>
	);
}

/** Lists longer than this are cut, and say so: the panel is no place for a thousand campaign names. */
const mostValues = 25;

/** A value by its kind. */
export function ExtraFieldValue({ value }: { value: ExtraValue }) {
	const format = useFormat();
	switch (value.kind) {
		case "text":
			return <span className="whitespace-pre-line">{value.text}</span>;
		case "number":
			return <span className="tabular-nums">{format.number(value.number)}</span>;
		case "boolean":
			return <>{value.boolean ? i18n.t("values.yes") : i18n.t("values.no")}</>;
		case "money":
			return <span className="tabular-nums">{format.money(value.amount, value.currency)}</span>;
		case "date":
			return <>{format.moment(value.date)}</>;
		case "link":
			return (
				<a
					href={value.url}
					target="_blank"
					rel="noopener noreferrer"
					className="text-accent-ink hover:underline"
				>
					{value.url.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "")}
				</a>
			);
		case "list":
			return (
				<ul className="space-y-0.5">
					{value.values.slice(0, mostValues).map((one, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: values of a list may repeat
						<li key={index}>
							<ExtraFieldValue value={one} />
						</li>
					))}
					{value.values.length > mostValues && (
						<li className="text-ink-soft">{i18n.t("values.more", value.values.length - mostValues)}</li>
					)}
				</ul>
			);
		case "fields":
			// Names above their values: side by side, a few levels would not fit the panel.
			return <ExtraFieldList fields={value.fields} className="grid-cols-1 border-line border-l pl-2" />;
	}
}
