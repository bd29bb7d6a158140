import { QRCodeSVG } from "@rc-component/qrcode";

/** The address as a QR code, drawn in the page: the secret goes to nobody else. */
export default function Picture({ address }: { address: string }) {
  return <QRCodeSVG value={address} size={208} level="M" bgColor="#ffffff" fgColor="#000000" aria-hidden />;
}
