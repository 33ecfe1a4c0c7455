import { FormProvider, useForm } from "react-hook-form";
import { i18n } from "#i18n";
import { useSetPreferences } from "@/components/hooks/use-preferences";
import { useSettingsOverview } from "@/components/hooks/use-settings-overview";
import { useToast } from "@/components/ui/toast";
import type { FollowUpPreferences } from "@/lib/followup/settings";
import { SaveBar } from "../../save-bar";
import { SaveFailure } from "../../save-failure";
import { preferencesOf, type RulesValues, valuesOf } from "./form-values";
import { MessagesSection } from "./messages-section";
import { WhenSection } from "./when-section";
import { WhoSection } from "./who-section";
import { WordsSection } from "./words-section";

/** Everything that is set about the follow-up, saved at once. */
export function RulesForm({ stored }: { stored: FollowUpPreferences }) {
	const set = useSetPreferences();
	const toast = useToast();
	// Checked when it is saved: a problem told when a field is left would move the button that is being pressed.
	const form = useForm<RulesValues>({ defaultValues: valuesOf(stored) });
	const locked = useSettingsOverview().data?.locked ?? [];
	const save = form.handleSubmit(async (values) => {
		const followup = preferencesOf(values, stored, (field) => locked.includes(`followup.${field}`));
		const saved = await set.mutateAsync({ followup });
		if (!saved.ok) return;
		form.reset(valuesOf(followup));
		toast({ text: i18n.t("followUp.page.saved") });
	});
	return (
		<FormProvider {...form}>
			<form noValidate onSubmit={(event) => void save(event)}>
				<WhenSection />
				<WhoSection />
				<WordsSection />
				<MessagesSection />
				<SaveFailure outcome={set.data} />
				<div className="mb-5">
					<SaveBar dirty={form.formState.isDirty} saving={set.isPending} discard={() => form.reset()} />
				</div>
			</form>
		</FormProvider>
	);
}
