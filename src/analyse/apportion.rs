//! Shares that close: a whole number divided in proportion, so that the parts make the whole again.

/// Divides `whole` in proportion to `sizes`, in whole numbers that add up to exactly `whole`.
///
/// Every part is its exact share rounded down; what is left goes, one each, to those that lost most by
/// it: largest remainder first, of equal ones the larger size, then the earlier. None if there is
/// something to divide and nothing to divide it by.
///
/// ```
/// use cento::analyse::apportion;
///
/// assert_eq!(apportion(100, &[1, 1, 1]), Some(vec![34, 33, 33]));
/// assert_eq!(apportion(10_000, &[20, 10, 8, 8, 8, 2, 1]), Some(vec![3509, 1754, 1404, 1404, 1403, 351, 175]));
/// assert_eq!(apportion(100, &[0, 0]), None);
/// ```
pub fn apportion(whole: u64, sizes: &[u128]) -> Option<Vec<u64>> {
    let all: u128 = sizes.iter().sum();
    if all == 0 {
        return (whole == 0).then(|| vec![0; sizes.len()]);
    }
    let exact = |size: u128| u128::from(whole) * size;
    let mut parts: Vec<u64> = sizes.iter().map(|&size| u64::try_from(exact(size) / all).unwrap_or(u64::MAX)).collect();
    let given: u64 = parts.iter().sum();
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.sort_by_key(|&at| std::cmp::Reverse((exact(sizes[at]) % all, sizes[at], std::cmp::Reverse(at))));
    let left = usize::try_from(whole - given).unwrap_or(usize::MAX);
    for at in order.into_iter().take(left) {
        parts[at] += 1;
    }
    Some(parts)
}

/// Divides `whole` into so many parts that differ by one at most, the larger ones first.
pub fn apportion_equally(whole: u64, parts: usize) -> Vec<u64> {
    apportion(whole, &vec![1; parts]).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_make_the_whole() {
        for (whole, sizes) in [
            (10_000, vec![22, 20, 19, 15, 14, 3, 1, 1, 1, 1, 1, 1]),
            (10_000, vec![1]),
            (3, vec![1, 1, 1, 1, 1]),
            (10_000, vec![u128::from(u64::MAX), u128::from(u64::MAX), 1]),
            (7, vec![0, 3, 0]),
        ] {
            assert_eq!(apportion(whole, &sizes).unwrap().iter().sum::<u64>(), whole, "{sizes:?}");
        }
    }

    #[test]
    fn ties_go_to_the_larger_then_to_the_earlier() {
        // A half each: the larger gets it.
        assert_eq!(apportion(2, &[1, 3]), Some(vec![0, 2]));
        assert_eq!(apportion(1, &[1, 1]), Some(vec![1, 0]));
        assert_eq!(apportion_equally(10, 4), [3, 3, 2, 2]);
        assert_eq!(apportion_equally(10, 0), [0; 0]);
    }

    #[test]
    fn nothing_to_divide_by() {
        assert_eq!(apportion(0, &[0, 0]), Some(vec![0, 0]));
        assert_eq!(apportion(1, &[]), None);
        assert_eq!(apportion(0, &[]), Some(vec![]));
    }
}
