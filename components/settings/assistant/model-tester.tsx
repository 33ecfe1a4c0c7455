import { CircleStop, FlaskConical, LoaderCircle } from "lucide-react";
import { useEffect, useRef } from "react";
import { i18n } from "#i18n";
import { modelFailureText, wordsOfServer } from "@/components/assistant/model-failure-text";
import { useModelTest } from "@/components/hooks/use-model-test";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ModelFailure } from "@/lib/assistant/model";
import { isLocalHost } from "@/lib/crm/endpoint-url";
import { BaseUrlHint, ServerWords } from "./model-field";
import type { ModelValues } from "./model-values";
import { TestFacts } from "./test-facts";

type ModelTesterProps = {
	/** What the form holds, once it can be tried out. */
	ready(): Promise<ModelValues | undefined>;
	/** Empty for the browser's own model. */
	baseUrl: string;
	/** Another text when the form holds something else: what was found out then says nothing any more. */
	changed: string;
};

/** Asks the model for one short sentence and one call of a function, and shows what came of it. */
export function ModelTester({ ready, baseUrl, changed }: ModelTesterProps) {
	const test = useModelTest();
	const run = async () => {
		const values = await ready();
		if (values) test.mutate(values);
	};
	const outcome = test.isPending || !test.data || asked(test.variables) !== changed ? undefined : test.data;
	const result = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (outcome) result.current?.scrollIntoView({ block: "nearest" });
	}, [outcome]);
	const failure = outcome && (outcome.ok ? outcome.value.failure : outcome.failure);
	return (
		<div id="test" className="mt-5 scroll-mt-4 rounded-xl border border-line p-4">
			<h3 className="font-semibold">{i18n.t("assistantSettings.test.title")}</h3>
			<p className="mt-0.5 mb-3 max-w-[65ch] text-[0.93rem] text-ink-soft">
				{i18n.t("assistantSettings.test.text")}
			</p>
			<div className="flex flex-wrap gap-2">
				<Button onClick={() => void run()} aria-disabled={test.isPending} disabled={test.isPending}>
					{test.isPending ? (
						<LoaderCircle aria-hidden className="animate-spin" />
					) : (
						<FlaskConical aria-hidden />
					)}
					{i18n.t("assistantSettings.test.run")}
				</Button>
				{test.isPending && (
					<Button look="quiet" onClick={test.stop}>
						<CircleStop aria-hidden />
						{i18n.t("assistantSettings.test.stop")}
					</Button>
				)}
			</div>
			{/* The save bar stands over what is at the window's foot. */}
			<div ref={result} aria-live="polite" className="scroll-mb-24">
				{failure && <TestFailure failure={failure} baseUrl={baseUrl} />}
				{outcome?.ok && !failure && <TestFacts test={outcome.value} />}
			</div>
		</div>
	);
}

/** The form's values as they were when they were tried out. */
const asked = (values: unknown): string => JSON.stringify(values);

function TestFailure({ failure, baseUrl }: { failure: ModelFailure; baseUrl: string }) {
	const { title, text } = modelFailureText(failure);
	const isLocal = URL.canParse(baseUrl) && isLocalHost(new URL(baseUrl).hostname);
	return (
		<Notice tone="bad" className="mt-4" title={title}>
			<p>{text}</p>
			<BaseUrlHint failure={failure} baseUrl={baseUrl} />
			{failure.reason === "not-allowed" && isLocal && (
				<p className="mt-1">{i18n.t("assistantSettings.test.origin", [location.origin])}</p>
			)}
			<ServerWords words={wordsOfServer(failure)} />
		</Notice>
	);
}
