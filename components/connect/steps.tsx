import { Check, X } from "lucide-react";
import { i18n } from "#i18n";
import { classNames } from "@/components/ui/class-names";
import type { WizardStep } from "./connect-wizard";

const steps: readonly WizardStep[] = ["connect", "test", "save"];

/** Where in the three steps one is. */
export function Steps({ current, testFailed }: { current: WizardStep; testFailed: boolean }) {
	const at = steps.indexOf(current);
	return (
		<ol className="mb-5 flex gap-2" aria-label={i18n.t("connect.steps.label")}>
			{steps.map((step, index) => (
				<li key={step} aria-current={index === at ? "step" : undefined} className="min-w-0 flex-1">
					<span
						className={classNames("mb-1.5 block h-1 rounded-full", index <= at ? "bg-accent" : "bg-line")}
					/>
					<span
						className={classNames(
							"flex items-center gap-1 text-[0.86rem]",
							index === at ? "font-semibold text-ink" : "text-ink-soft",
						)}
					>
						{index < at &&
							(step === "test" && testFailed ? (
								<X aria-hidden className="size-3.5 text-warn" />
							) : (
								<Check aria-hidden className="size-3.5 text-good" />
							))}
						<span className="truncate">{`${index + 1} ${i18n.t(`connect.steps.${step}`)}`}</span>
					</span>
				</li>
			))}
		</ol>
	);
}
