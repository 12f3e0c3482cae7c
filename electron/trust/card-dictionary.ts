/**
 * What every card of this form says alike, so that it need not travel: the words of its JSON, then the certificates
 * without names, keys and signatures. Part of the form `WAYMARK-CARD:2:` for good: changing a byte of it makes every QR
 * code that was ever printed unreadable. Another dictionary is another number.
 */
const json =
  '{"gmcNumber":null,"name":"Prof Mr Mrs Ms Dr ","profileId":"","recipient":"age1","roles":["programme-lead","panel","supervisor","doctor"]}' +
  '{"gmcNumber":"","name":"Dr ","profileId":"';
const certificates = [
  'MIIBszCCAVqgAwIBAgIQMAoGCCqGSM49BAMCMDExLzAtBgNVBAMMJldheW1hcmsgZGV2aWNlIHJvb3Qgb2YgRHIgU2FtcGxlIE93',
  'bmVyMCAXDTI2MDUzMTEyMDAwMFoYDzIwNjYwNjAxMTIwMDAwWjAOMQwwCgYDVQQDDANEciAwWTATBgcqhkjOPQIBBggqhkjOPQMB',
  'BwNCAASjdTBzMAwGA1UdEwEB/wQCMAAwDgYDVR0PAQH/BAQDAgbAMBMGA1UdJQQMMAoGCCsGAQUFBwMkMB0GA1UdDgQWBBQwHwYD',
  'VR0jBBgwFoAUMAoGCCqGSM49BAMCA0cAMEQCIAIgMIIBpjCCAU2gAwIBAgIQMAoGCCqGSM49BAMCMDExLzAtBgNVBAMMJldheW1h',
  'cmsgZGV2aWNlIHJvb3Qgb2YgRHIgU2FtcGxlIE93bmVyMCAXDTI0MDEwMTAwMDAwMFoYDzIxMjQwMTAyMDAwMDAwWjAxMS8wLQYD',
  'VQQDDCZXYXltYXJrIGRldmljZSByb290IG9mIERyIFNhbXBsZSBPd25lcjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABKNFMEMw',
  'EgYDVR0TAQH/BAgwBgEB/wIBADAOBgNVHQ8BAf8EBAMCAgQwHQYDVR0OBBYEFDAKBggqhkjOPQQDAgNHADBEAiACIA==',
].join('');

export const cardDictionary: Uint8Array = Buffer.concat([
  Buffer.from(json, 'utf8'),
  Buffer.from(certificates, 'base64'),
]);
