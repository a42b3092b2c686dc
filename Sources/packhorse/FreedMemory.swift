import CAllocator

/// Has what was freed go back to the system.
///
/// The allocator learns from each large array that is let go of to keep more for later. A nation's rows come once and never
/// again: what it would keep of them is room that later stages need elsewhere.
func returnFreedMemory() {
  let mebibyte: Int32 = 1 << 20
  mallopt(M_MMAP_THRESHOLD, mebibyte)
  mallopt(M_TRIM_THRESHOLD, mebibyte)
}
