import { useFunctions } from "@/components/hooks/use-functions";
import { usePlace } from "../shell/use-place";
import { FunctionEditor } from "./function-editor";
import { FunctionImport } from "./function-import";
import { FunctionList } from "./function-list";
import { emptyFunction, freeName } from "./new-function";

/** The custom functions: the list, one of them in its editor, or an import. Function names have no colon. */
export default function FunctionsPage() {
	const { target } = usePlace();
	const stored = useFunctions().data?.data?.custom_functions;
	if (!stored) return null;
	if (target === "") return <FunctionList functions={stored} />;
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
	const current = stored.find(({ name }) => name === target);
	return (
		<FunctionEditor
			key={target}
			initial={current ?? emptyFunction}
			current={current?.name}
			functions={stored}
		/>
	);
}
