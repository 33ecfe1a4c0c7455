export default function PrivacyPage() {
	return <p>privacy</p>;
}
