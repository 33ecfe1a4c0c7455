import type { ReactNode } from "react";
import { useFormContext } from "react-hook-form";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useLocked } from "@/components/hooks/use-settings-overview";
import { Field, Input } from "@/components/ui/field";
import { LockedBadge } from "../../locked-badge";
import type { RulesValues } from "./form-values";

/** The least and the most each may be, as lib/followup/settings-schema has it. */
const bounds = {
	keep_messages_days: [0, 365],
	delay_days: [0, 30],
	most_per_run: [1, 500],
	most_attempts: [1, 10],
	hours_between_attempts: [1, 24 * 60],
	reset_after_days: [1, 365],
	tracking_days: [1, 90],
} as const;

/** A whole number of the rules. */
export function NumberField({ name, hint }: { name: keyof typeof bounds; hint?: ReactNode }) {
	const { register, formState } = useFormContext<RulesValues>();
	const { number } = useFormat();
	const locked = useLocked(`followup.${name}`);
	const [least, most] = bounds[name];
	return (
		<Field
			label={i18n.t(`followUp.page.${name}.label`)}
			hint={locked ? <LockedBadge /> : hint}
			error={formState.errors[name]?.message}
		>
			{(props) => (
				<Input
					{...props}
					type="number"
					min={least}
					max={most}
					disabled={locked}
					{...register(name, {
						// "1e2" is a number, but nobody means it here.
						setValueAs: (value: unknown) => (/^\d+$/.test(String(value)) ? Number(value) : Number.NaN),
						validate: (value) =>
							locked ||
							(Number.isInteger(value) && value >= least && value <= most) ||
							i18n.t("followUp.page.whole", [number(least), number(most)]),
					})}
				/>
			)}
		</Field>
	);
}
