import { i18n } from "#i18n";
import { ReadingProblems } from "@/components/customer/reading-problems";
import { CodeBlock } from "@/components/ui/code-block";
import type { EndpointAnswer } from "@/lib/crm/read-answer";
import { CustomerPreview } from "./customer-preview";
import { ProductList } from "./product-list";
import { ResultList } from "./result-list";

/** An endpoint's answer as the panel renders it, with every field that could not be read. */
export function AnswerPreview({ answer }: { answer: EndpointAnswer }) {
	return (
		<div>
			<Content answer={answer} />
			<ReadingProblems problems={answer.problems} />
		</div>
	);
}

function Content({ answer }: { answer: EndpointAnswer }) {
	switch (answer.kind) {
		case "customers":
			return <CustomerPreview customers={answer.customers} />;
		case "products":
			return answer.products.length > 0 ? (
				<ProductList products={answer.products} />
			) : (
				<Nothing text={i18n.t("products.none")} />
			);
		case "results":
			return answer.results.length > 0 ? (
				<ResultList results={answer.results} />
			) : (
				<Nothing text={i18n.t("search.none")} />
			);
		case "context":
			return (
				<div className="p-3.5">
					<CodeBlock
						label={i18n.t("settings.endpoints.types.ai_CustomerInitialInfo.title")}
						code={
							typeof answer.context === "string" ? answer.context : JSON.stringify(answer.context, null, 2)
						}
					/>
				</div>
			);
	}
}

const Nothing = ({ text }: { text: string }) => <p className="p-3.5 text-ink-soft">{text}</p>;
