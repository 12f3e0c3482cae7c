import type { ReportModel } from '#shared/domain/report-model.ts';
import { isSameName, panelMemberOfField } from '#shared/domain/signature-places.ts';
import { plainLine } from '#shared/domain/text.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import type { SignatureWidget } from './pdf/signature-form.ts';
import { textOf } from './pdf/text.ts';

/** Every place for a signature, signed or not, with the panel member of the report it was made for. */
export function signatureFields(
  widgets: readonly SignatureWidget[],
  panel: ReportModel['review']['panel'],
): Verdict['fields'] {
  return widgets.map(({ name, dict }) => {
    const member = panelMemberOfField(name, panel);
    return {
      fieldName: name,
      label: plainLine(textOf(dict.entries.get('TU') ?? null)),
      signed: dict.entries.has('V'),
      member:
        member === undefined
          ? null
          : { id: member.id, name: member.name, role: member.role, gmcNumber: member.gmcNumber },
    };
  });
}

/** Remarks on a signature that stands in the place of somebody of another name. */
export const withOtherNames = (
  signatures: Verdict['signatures'],
  fields: Verdict['fields'],
): Verdict['signatures'] =>
  signatures.map((signature) => {
    const place = fields.find(({ fieldName }) => fieldName === signature.fieldName);
    if (place?.member == null || isSameName(place.member.name, signature.signer)) return signature;
    return { ...signature, remarks: [...signature.remarks, 'other-name'] };
  });
