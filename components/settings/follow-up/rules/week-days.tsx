import { useFormContext } from "react-hook-form";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useLocked } from "@/components/hooks/use-settings-overview";
import { LockedBadge } from "../../locked-badge";
import type { RulesValues } from "./form-values";

const days = [1, 2, 3, 4, 5, 6, 0];

/** The days of the week on which it runs. */
export function WeekDays() {
	const { register, watch } = useFormContext<RulesValues>();
	const { locale } = useFormat();
	const locked = useLocked("followup.run_days");
	const runsNever = watch("run_days").length === 0;
	// A Sunday, since days are counted from it.
	const nameOf = (day: number, weekday: "short" | "long") =>
		new Intl.DateTimeFormat(locale, { weekday }).format(new Date(2026, 1, 1 + day));
	return (
		<fieldset disabled={locked}>
			<legend className="mb-1 font-medium text-[0.93rem]">{i18n.t("followUp.page.run_days")}</legend>
			<div className="flex flex-wrap gap-1">
				{days.map((day) => (
					<label
						key={day}
						className="relative grid h-9 min-w-11 place-items-center rounded-lg border border-line bg-surface px-2 text-ink-soft has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent-ink has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
					>
						<input
							type="checkbox"
							className="absolute inset-0 cursor-pointer opacity-0 disabled:cursor-default"
							value={String(day)}
							aria-label={nameOf(day, "long")}
							{...register("run_days")}
						/>
						<span aria-hidden>{nameOf(day, "short")}</span>
					</label>
				))}
			</div>
			{(locked || runsNever) && (
				<p className="mt-1 text-[0.86rem] text-ink-soft">
					{locked ? <LockedBadge /> : i18n.t("followUp.page.noDays")}
				</p>
			)}
		</fieldset>
	);
}
