import { i18n } from "#i18n";
import { Select } from "@/components/ui/field";
import type { Source } from "@/lib/mapping/assignment";

type ValueSource = Extract<Source, { kind: "value" }>;
type DivisorSelectProps = { field: string; source: ValueSource; change(source: ValueSource): void };

/** In what a CRM counts money: as people do, or in cents. */
export function DivisorSelect({ field, source: { kind, path, divisor }, change }: DivisorSelectProps) {
	const known = [...new Set([100, 1_000, ...(divisor === undefined ? [] : [divisor])])];
	return (
		<div className="px-2 pb-1.5">
			<Select
				aria-label={i18n.t("settings.endpoints.mapping.how", [field])}
				className="max-w-72 text-[0.86rem]"
				value={divisor ?? ""}
				onChange={({ currentTarget: { value } }) =>
					change({ kind, path, ...(value !== "" && { divisor: Number(value) }) })
				}
			>
				<option value="">{i18n.t("settings.endpoints.mapping.asItIs")}</option>
				{known.map((one) => (
					<option key={one} value={one}>
						{one === 100
							? i18n.t("settings.endpoints.mapping.cents")
							: i18n.t("settings.endpoints.mapping.divided", [one])}
					</option>
				))}
			</Select>
		</div>
	);
}
