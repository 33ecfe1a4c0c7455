export default function WebhooksPage() {
	return <p>webhooks</p>;
}
