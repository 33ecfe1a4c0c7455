import { useFunctions } from "@/components/hooks/use-functions";
import { useSettingsOverview } from "@/components/hooks/use-settings-overview";
import { usePlace } from "../shell/use-place";
import { CallsPage } from "./calls/calls-page";
import { FunctionEditor } from "./function-editor";
import { FunctionImport } from "./function-import";
import { FunctionList } from "./function-list";
import { FunctionTabs } from "./function-tabs";
import { emptyFunction, freeName } from "./new-function";
import { AgainPage, TryPage } from "./try/try-page";

/** The custom functions: the list, one in its editor, an import, or their calls. Function names have no colon. */
export default function FunctionsPage() {
	const { target } = usePlace();
	const locked = useSettingsOverview().data?.locked ?? [];
	const stored = useFunctions().data?.data?.custom_functions;
	if (!stored) return null;
	if (target === "") return <FunctionList functions={stored} />;
	if (target.startsWith(":calls") || target.startsWith(":call:"))
		return (
			<>
				<FunctionTabs open="calls" />
				<CallsPage functions={stored} />
			</>
		);
	if (target.startsWith(":again:"))
		return (
			<>
				<FunctionTabs open="calls" />
				<AgainPage key={target} seq={Number(target.slice(":again:".length))} functions={stored} />
			</>
		);
	const tried = stored.find(({ name }) => target === `:try:${name}`);
	if (tried)
		return (
			<>
				<FunctionTabs open="functions" />
				<TryPage key={target} definition={tried} />
			</>
		);
	if (target === ":import") return <FunctionImport functions={stored} />;
	const copied = target.startsWith(":copy:")
		? stored.find(({ name }) => name === target.slice(":copy:".length))
		: undefined;
	if (copied)
		return (
			<FunctionEditor
				key={target}
				initial={{ ...copied, name: freeName(copied.name, stored) }}
				unsaved
				functions={stored}
			/>
		);
	if (target === ":new") return <FunctionEditor key={target} initial={emptyFunction} functions={stored} />;
	const current = stored.find(({ name }) => name === target);
	// Of another page or an old link: a function that is gone, or one that cannot be changed here.
	if (!current || locked.includes(`custom_functions.${current.name}`))
		return <FunctionList functions={stored} />;
	return <FunctionEditor key={target} initial={current} current={current.name} functions={stored} />;
}
