/** A copy that nobody changes while an instance may be made of it again. */
export function copyBytes(source: BufferSource): Uint8Array<ArrayBuffer> {
  const bytes =
    source instanceof ArrayBuffer || !ArrayBuffer.isView(source)
      ? new Uint8Array(source)
      : new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  return bytes.slice();
}
