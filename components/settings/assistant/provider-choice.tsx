import type { UseFormReturn } from "react-hook-form";
import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { useLocked } from "@/components/hooks/use-settings-overview";
import { classNames } from "@/components/ui/class-names";
import { providers } from "@/lib/assistant/settings";
import { LockedBadge } from "../locked-badge";
import { BuiltInStatus } from "./built-in-status";
import type { ModelValues } from "./model-values";

/** Who runs the model: nobody, a server, or the browser itself. */
export function ProviderChoice({ form }: { form: UseFormReturn<ModelValues> }) {
	const { register, watch } = form;
	const locked = useLocked("assistant.provider");
	const provider = watch("provider");
	return (
		<fieldset disabled={locked}>
			<legend className="mb-2 font-medium text-[0.93rem]">
				{i18n.t("assistantSettings.provider.label")}
			</legend>
			<div className="grid gap-2">
				{providers.map((one) => (
					<div
						key={one}
						className={classNames(
							"rounded-xl border p-3",
							provider === one ? "border-accent bg-accent-soft/40" : "border-line",
						)}
					>
						<label className="flex items-start gap-2.5">
							<input
								type="radio"
								value={one}
								className="mt-1 size-4 shrink-0 accent-accent"
								{...register("provider")}
							/>
							<span className="min-w-0">
								<span className="block font-medium leading-snug">
									{i18n.t(`assistantSettings.provider.${messageKey(one)}.title`)}
								</span>
								<span className="block text-[0.86rem] text-ink-soft">
									{i18n.t(`assistantSettings.provider.${messageKey(one)}.text`)}
								</span>
							</span>
						</label>
						{one === "built-in" && <BuiltInStatus chosen={provider === one} />}
					</div>
				))}
			</div>
			{locked && (
				<p className="mt-2">
					<LockedBadge />
				</p>
			)}
		</fieldset>
	);
}
